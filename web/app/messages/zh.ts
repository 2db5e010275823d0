import type { Words } from "./en";
import { decide } from "./zh/decide";
import { desk } from "./zh/desk";
import { grid } from "./zh/grid";
import { home } from "./zh/home";
import { jobs } from "./zh/jobs";
import { keys } from "./zh/keys";
import { map } from "./zh/map";
import { pool } from "./zh/pool";
import { project } from "./zh/project";
import { quality } from "./zh/quality";
import { replay } from "./zh/replay";
import { review } from "./zh/review";
import { session } from "./zh/session";
import { shared } from "./zh/shared";
import { why } from "./zh/why";

/** The compiler finds what is missing here. */
export const zh: Words = { decide, desk, grid, home, jobs, keys, map, pool, project, quality, replay, review, session, shared, why };
