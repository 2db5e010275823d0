import { words } from "../messages/words";
import { csrfToken } from "../shared/api";
import { Problem } from "../shared/problem";

export interface Upload {
  job: Promise<number>;
  cancel: () => void;
}

/** Sends files with progress, which fetch cannot tell. */
export function upload(path: string, files: File[], onProgress: (sent: number, total: number) => void): Upload {
  const request = new XMLHttpRequest();
  const body = new FormData();
  for (const file of files) body.append("files", file, file.webkitRelativePath || file.name);
  const job = new Promise<number>((done, failed) => {
    request.upload.addEventListener("progress", (event) => onProgress(event.loaded, event.total));
    request.addEventListener("load", () => {
      if (request.status === 202) done((JSON.parse(request.responseText) as { job: number }).job);
      else failed(problemOf(request));
    });
    request.addEventListener("error", () => failed(Problem.offline()));
    request.addEventListener("abort", () => failed(new Problem(-1, words.pool.cancelledTitle, words.pool.cancelledEarly, "cancelled", null)));
  });
  request.open("POST", path);
  request.setRequestHeader("Accept", "application/json");
  request.setRequestHeader("X-CSRF-TOKEN", csrfToken());
  request.send(body);
  return { job, cancel: () => request.abort() };
}

function problemOf(request: XMLHttpRequest): Problem {
  let document: Record<string, unknown> = {};
  try {
    document = JSON.parse(request.responseText) as Record<string, unknown>;
  } catch {
    // Not a problem document; the status has to do.
  }
  if (request.status === 413) {
    return new Problem(413, words.pool.tooMuch, words.pool.tooMuchSays, "too_large", document);
  }
  const detail = typeof document["detail"] === "string" ? document["detail"] : words.pool.serverAnswered(request.status);
  return new Problem(request.status, words.pool.notTakenTitle, detail, String(document["code"] ?? ""), document);
}
