import { words } from "../messages/words";
import { api } from "../shared/api";
import { el, icon, need, setPart, text } from "../shared/dom";
import { failureNote } from "../shared/failure";
import { bytes, count, seconds } from "../shared/format";
import type { Job, PageOf, PoolImage } from "../shared/types";
import { watchJob } from "../shared/watch-job";
import { filesOf } from "./collect-files";
import { showRejections } from "./rejections";
import { type Upload, upload } from "./upload";

interface ImportResult {
  taken: number;
  active: number;
  control: number;
  duplicates: number;
  rejected: number;
}

const STRIP = 14;

/** From a drop to images in the pool: sending, the job behind it, and what was not taken. */
class ImportPage {
  private readonly project: number;
  private running: Upload | undefined;
  private job: number | undefined;

  constructor(root: HTMLElement) {
    this.project = Number(root.dataset["project"]);
    this.job = Number(root.dataset["job"]) || undefined;
  }

  start(): void {
    const drop = need(".drop");
    const over = (event: DragEvent, on: boolean): void => {
      event.preventDefault();
      drop.classList.toggle("over", on);
    };
    // The whole page takes the drop: a file let go beside the frame must not replace the page.
    document.addEventListener("dragover", (event) => over(event, true));
    document.addEventListener("dragleave", (event) => over(event, event.relatedTarget !== null));
    document.addEventListener("drop", (event) => {
      over(event, false);
      if (event.dataTransfer !== null) void filesOf(event.dataTransfer).then((files) => this.send(files));
    });
    for (const input of document.querySelectorAll<HTMLInputElement>("input[type=file]")) {
      need(`[data-choose=${input.id}]`).addEventListener("click", () => input.click());
      input.addEventListener("change", () => {
        void this.send([...(input.files ?? [])]);
        input.value = "";
      });
    }
    need("[data-do=cancel]").addEventListener("click", () => this.cancel());
    window.addEventListener("beforeunload", (event) => {
      if (this.running !== undefined) event.preventDefault();
    });
    if (this.job !== undefined) void this.follow(this.job);
  }

  private async send(files: File[]): Promise<void> {
    if (files.length === 0 || this.running !== undefined) return;
    const size = files.reduce((sum, file) => sum + file.size, 0);
    const name = files.length === 1 ? (files[0] as File).name : words.pool.files(files.length);
    this.open(name, files.length === 1 ? bytes(size) : words.pool.inAll(bytes(size)));
    try {
      this.running = upload(`/api/projects/${this.project}/images`, files, (sent, total) => {
        this.progress(words.pool.sending, words.pool.sent(bytes(sent), bytes(total)), sent / Math.max(1, total));
      });
      this.job = await this.running.job;
      this.running = undefined;
      // A reload of the page finds its way back to this import.
      history.replaceState(null, "", `?job=${this.job}`);
      await this.follow(this.job);
    } catch (error) {
      this.running = undefined;
      this.fail(error);
    }
  }

  private async follow(id: number): Promise<void> {
    need("[data-import]").hidden = false;
    const startedAt = Date.now();
    try {
      const job = await watchJob(id, (now) => {
        if (need("[data-fill=import-name]").textContent === "") text("[data-fill=import-name]", now.title);
        const share = now.total > 0 ? now.done / now.total : 0;
        const left = now.secondsLeft ? words.pool.left(seconds(now.secondsLeft)) : "";
        this.progress(words.pool.reading, now.total > 0 ? `${words.pool.stage(now.stage, now.done, now.total)}${left}` : now.stage, share);
      });
      this.finish(job, (Date.now() - startedAt) / 1000);
      await Promise.all([this.showTaken(job), showRejections(id, notTaken(job.result as unknown as ImportResult | null))]);
    } catch (error) {
      this.fail(error);
    }
  }

  private open(name: string, size: string): void {
    need("[data-import]").hidden = false;
    need("[data-import-result]").hidden = true;
    need("[data-rejections]").hidden = true;
    need("[data-import-failure]").replaceChildren();
    text("[data-fill=import-name]", name);
    text("[data-fill=import-size]", size);
  }

  private progress(state: string, said: string, share: number): void {
    need("[data-do=cancel]").hidden = false;
    this.chip("chip", state);
    text("[data-fill=import-progress]", said);
    setPart(need("[data-import-split] .taken"), share);
    setPart(need("[data-import-split] .twice"), 0);
    setPart(need("[data-import-split] .refused"), 0);
  }

  private finish(job: Job, took: number): void {
    need("[data-do=cancel]").hidden = true;
    text("[data-fill=import-progress]", "");
    if (job.state === "done") this.chip("chip chip-ok", took > 1 ? words.pool.doneIn(seconds(took)) : words.pool.done, "check");
    if (job.state === "cancelled") this.chip("chip", words.pool.cancelled, "minus");
    if (job.state === "failed") {
      this.chip("chip chip-bad", words.pool.failed, "close");
      const note = el("p", { class: "note note-bad" }, job.failure ?? words.pool.importFailed);
      need("[data-import-failure]").replaceChildren(note);
    }
    const result = job.result as unknown as ImportResult | null;
    if (result === null) return;
    const all = Math.max(1, result.taken + result.duplicates + result.rejected);
    setPart(need("[data-import-split] .taken"), result.taken / all);
    setPart(need("[data-import-split] .twice"), result.duplicates / all);
    setPart(need("[data-import-split] .refused"), result.rejected / all);
    text("[data-fill=taken]", count(result.taken));
    text("[data-fill=active]", count(result.active));
    text("[data-fill=control]", count(result.control));
    text("[data-fill=refused]", count(notTaken(result)));
    need("[data-fill=refused]").classList.toggle("bad", result.rejected > 0);
    need("[data-import-result]").hidden = false;
  }

  /** The newest images of the pool stand for what was taken. */
  private async showTaken(job: Job): Promise<void> {
    if (job.state !== "done") return;
    const images = `/api/projects/${this.project}/images?order=newest&limit=${STRIP}`;
    const { items, total } = await api.get<PageOf<PoolImage>>(images);
    if (typeof total === "number") text("[data-fill=pool-size]", count(total));
    need(".import-strip").replaceChildren(
      ...items.map((image) => el("img", { src: image.thumbnail, alt: image.filename, loading: "lazy", width: 60, height: 60 })),
    );
  }

  private fail(error: unknown): void {
    need("[data-do=cancel]").hidden = true;
    this.chip("chip chip-bad", words.pool.notTaken, "close");
    text("[data-fill=import-progress]", "");
    need("[data-import-failure]").replaceChildren(failureNote(error));
  }

  private chip(kind: string, said: string, sign?: string): void {
    const chip = need("[data-fill=import-state]");
    chip.className = `end ${kind}`;
    chip.replaceChildren(...(sign === undefined ? [] : [icon(sign)]), said);
  }

  private cancel(): void {
    if (this.running !== undefined) this.running.cancel();
    else if (this.job !== undefined) void api.delete(`/api/jobs/${this.job}`);
  }
}

function notTaken(result: ImportResult | null): number {
  return result === null ? 0 : result.duplicates + result.rejected;
}

export function startImport(root: HTMLElement): void {
  new ImportPage(root).start();
}
