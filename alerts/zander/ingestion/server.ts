/** The labels of the server's own metrics, as its job delivers them. */
export const SERVER = { job: 'zander-ingestion-custom', instance: 'ingestion:8000' } as const;
