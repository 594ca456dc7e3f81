/**
 * Has several workers do jobs, each the next one that nobody has begun. The first failure ends it.
 *
 * @returns the results, in the order of the jobs
 */
export async function takeTurns<Worker, Job, Result>(
  workers: readonly Worker[],
  jobs: readonly Job[],
  work: (worker: Worker, job: Job) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  let failed = false;
  const run = async (worker: Worker) => {
    while (!failed && next < jobs.length) {
      const index = next++;
      try {
        results[index] = await work(worker, jobs[index] as Job);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(workers.map(run));
  return results;
}
