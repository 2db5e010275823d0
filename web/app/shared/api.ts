import { Problem } from "./problem";

/** The token that tells our own pages from a foreign one's form. */
export function csrfToken(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? "";
}

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const headers: Record<string, string> = { Accept: "application/json", "X-CSRF-TOKEN": csrfToken() };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      redirect: "manual",
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw Problem.offline();
  }
  if (!response.ok) throw await Problem.of(response);
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

export const api = {
  get: <T>(path: string): Promise<T> => call<T>("GET", path),
  post: <T>(path: string, body: unknown = {}): Promise<T> => call<T>("POST", path, body),
  delete: <T>(path: string): Promise<T> => call<T>("DELETE", path),
};
