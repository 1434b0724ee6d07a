import fc from 'fast-check';

const runs = Number(process.env.KAOSAI_PROPERTY_RUNS ?? 100);

// The one place that says how often a property is tried; fast-check prints seed and path of a failure.
// With few runs (mutation testing) a failure is enough: nobody reads the shrunk example.
fc.configureGlobal({ numRuns: runs, endOnFailure: runs < 100 });

export { fc };
