import { Problem } from "./problem";

/** A network that swallows everything answers nothing, not even that it is away. */
const PATIENCE = 60_000;

const TOKEN = 'meta[name="csrf-token"]';

/** The token that tells our own pages from a foreign one's form. */
export function csrfToken(): string {
  return document.querySelector<HTMLMetaElement>(TOKEN)?.content ?? "";
}

/** Takes the token of this page as it would be loaded now: its cookie may go while a page stays open for days. */
async function renewToken(): Promise<void> {
  const page = await fetch(location.pathname, { redirect: "manual" }).catch(() => undefined);
  if (page?.ok !== true) return;
  const fresh = new DOMParser().parseFromString(await page.text(), "text/html").querySelector<HTMLMetaElement>(TOKEN);
  document.querySelector(TOKEN)?.setAttribute("content", fresh?.content ?? "");
}

/** Whoever this page was made for; another who signs in meanwhile must not answer in their name. */
function account(): Record<string, string> {
  const id = document.querySelector<HTMLElement>("[data-account]")?.dataset["account"];
  return id === undefined ? {} : { "X-Account": id };
}

function headersOf(body: unknown): Record<string, string> {
  const headers: Record<string, string> = { Accept: "application/json", "X-CSRF-TOKEN": csrfToken(), ...account() };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  return headers;
}

async function call<T>(method: string, path: string, body?: unknown, again = true): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: headersOf(body),
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw Problem.offline();
  }
  if (!response.ok) {
    const problem = await Problem.of(response);
    if (problem.code !== "csrf" || !again) throw problem;
    await renewToken();
    return call(method, path, body, false);
  }
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

/** The browser sends it even when the page goes meanwhile. Nobody hears the answer: it is for what would come right anyway. */
function parting(path: string, body: unknown): void {
  const last = { method: "POST", keepalive: true, headers: headersOf(body), body: JSON.stringify(body) };
  void fetch(path, last).catch(() => undefined);
}

export const api = {
  parting,
  get: <T>(path: string): Promise<T> => call<T>("GET", path),
  post: <T>(path: string, body: unknown = {}): Promise<T> => call<T>("POST", path, body),
  put: <T>(path: string, body: unknown): Promise<T> => call<T>("PUT", path, body),
  patch: <T>(path: string, body: unknown): Promise<T> => call<T>("PATCH", path, body),
  delete: <T>(path: string): Promise<T> => call<T>("DELETE", path),
};
