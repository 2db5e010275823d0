import { startPasswords } from "./account/password";
import { startDesk } from "./desk/desk";
import { startExport } from "./exchange/export";
import { startGrid } from "./grid/grid";
import { startHome } from "./home/home";
import { startJob } from "./jobs/job";
import { startJobs } from "./jobs/jobs";
import { startKeys } from "./keys/keys-page";
import { startDecide } from "./labels/decide";
import { startReview } from "./labels/review";
import { startDoubtMap } from "./map/doubt-map";
import { startLikenessMap } from "./map/likeness-map";
import { startModel } from "./model/model";
import { startImport } from "./pool/import";
import { startPool } from "./pool/pool";
import { startProjects } from "./project/projects";
import { startSettings } from "./project/settings";
import { startWizard } from "./project/wizard";
import { startReplay } from "./replay/replay";
import { startCopying } from "./shared/copy";
import { startDialogs } from "./shared/dialogs";
import { rememberAddress } from "./shared/address";
import { startRunning } from "./shared/running";
import { applyShares, applyTimes } from "./shared/apply";
import { startThemeChoice } from "./shared/theme";

/** What a page needs of the browser beyond its own markup, by the name it gives itself. */
const PAGES: Record<string, (root: HTMLElement) => void> = {
  decide: startDecide,
  desk: startDesk,
  "doubt-map": startDoubtMap,
  export: startExport,
  grid: startGrid,
  home: startHome,
  import: startImport,
  job: startJob,
  jobs: startJobs,
  keys: startKeys,
  "likeness-map": startLikenessMap,
  model: startModel,
  pool: startPool,
  projects: startProjects,
  replay: startReplay,
  review: startReview,
  settings: startSettings,
  wizard: startWizard,
};

rememberAddress();
applyShares();
applyTimes();
startThemeChoice();
startDialogs();
startCopying();
startPasswords();
startRunning();
for (const root of document.querySelectorAll<HTMLElement>("[data-page]")) {
  PAGES[root.dataset["page"] ?? ""]?.(root);
}
