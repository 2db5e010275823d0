import { decide } from "./en/decide";
import { desk } from "./en/desk";
import { grid } from "./en/grid";
import { home } from "./en/home";
import { jobs } from "./en/jobs";
import { keys } from "./en/keys";
import { map } from "./en/map";
import { pool } from "./en/pool";
import { project } from "./en/project";
import { quality } from "./en/quality";
import { replay } from "./en/replay";
import { review } from "./en/review";
import { session } from "./en/session";
import { shared } from "./en/shared";
import { why } from "./en/why";

export const en = { decide, desk, grid, home, jobs, keys, map, pool, project, quality, replay, review, session, shared, why };

export type Words = typeof en;
