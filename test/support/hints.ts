/** What n8n's editor shows beside the output of a run. */
import type { NodeRun } from './clientPoint';

export const hintsOf = ({ run }: NodeRun) => run.data.resultData.runData.ClientPoint[0].hints;

/** One hint, as the node gives it to n8n. */
export const shown = (message: string) => [{ type: 'warning', location: 'outputPane', message }];
