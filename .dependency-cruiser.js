/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circle',
      comment:
        'Two modules that import each other can only be understood, tested and moved together. Put what both need below both.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    // A circle of types alone is a circle for whoever reads.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
  },
};
