/** The controller under the name that the simulation outside this repository asks for. */
export { createConcurrency as create } from '../../nodes/ClientPoint/execution/pace/concurrency';
