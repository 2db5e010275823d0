import { words } from "../messages/words";
/** What the server says when it does not do what was asked (RFC 9457), or that it could not be reached at all. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly detail: string,
    readonly code: string,
    readonly document: unknown,
  ) {
    super(detail || title);
    this.name = "Problem";
  }

  /** No answer came: the network or the server is away, and the same call may succeed later. */
  get unreachable(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }

  get signedOut(): boolean {
    return this.status === 401;
  }

  static offline(): Problem {
    return new Problem(0, words.shared.noNetwork, words.shared.noAnswer, "offline", null);
  }

  static async of(response: Response): Promise<Problem> {
    if (response.type === "opaqueredirect") {
      return new Problem(401, words.shared.signedOut, words.shared.sessionEnded, "signed_out", null);
    }
    const document = (await response.json().catch(() => null)) as Record<string, unknown> | null;
    const text = (name: string): string => (typeof document?.[name] === "string" ? (document[name] as string) : "");
    return new Problem(
      response.status,
      text("title") || words.shared.serverAnswered(response.status),
      text("detail") || words.shared.tellAdministrator,
      text("code"),
      document,
    );
  }
}

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem(-1, words.shared.pageFailed, error instanceof Error ? error.message : String(error), "page", null);
}
