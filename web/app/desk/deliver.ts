import { api } from "../shared/api";
import { asProblem } from "../shared/problem";
import type { Answer } from "./answer";
import type { Entry } from "./outbox-store";

/** What became of an entry that was sent; one that is to wait stays where it is. */
export type Delivery =
  | { kind: "saved"; clientKey: string; id: number }
  | { kind: "withdrawn"; clientKey: string }
  | { kind: "refused"; clientKey: string; answer: Answer | undefined; reason: string }
  | { kind: "wait"; state: "offline" | "signed-out" };

interface Sent {
  id: number;
  clientKey: string;
}

/** How far back an answer is looked for that an earlier page has sent. */
const LOOKED_THROUGH = 500;

/** Sends one entry. A withdrawal is told the number of its answer, where that is known here. */
export async function deliver(project: number, entry: Entry, idOf: (key: string) => number | undefined): Promise<Delivery> {
  const path = `/api/projects/${project}/annotations`;
  const clientKey = "answer" in entry ? entry.answer.clientKey : entry.withdraws;
  try {
    if ("answer" in entry) {
      const { id } = await api.post<Sent>(path, entry.answer);
      return { kind: "saved", clientKey, id };
    }
    const id = idOf(clientKey) ?? (await find(path, clientKey));
    if (id !== undefined) await api.delete(`/api/annotations/${id}`);
    return { kind: "withdrawn", clientKey };
  } catch (error) {
    const problem = asProblem(error);
    if (problem.signedOut) return { kind: "wait", state: "signed-out" };
    const later = problem.unreachable || problem.status >= 500 || problem.status === 429;
    if (later) return { kind: "wait", state: "offline" };
    const answer = "answer" in entry ? entry.answer : undefined;
    return { kind: "refused", clientKey, answer, reason: problem.detail };
  }
}

async function find(path: string, clientKey: string): Promise<number | undefined> {
  const { items } = await api.get<{ items: Sent[] }>(`${path}?limit=${LOOKED_THROUGH}`);
  return items.find((one) => one.clientKey === clientKey)?.id;
}
