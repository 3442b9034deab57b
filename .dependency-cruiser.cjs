/** Imports point one way: main -> app -> channels -> assistant -> text; see docs/architecture.md. */
const layer = (name, from, to, comment) => ({ name, severity: 'error', comment, from: { path: from }, to: { path: to } });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '^src/http/web/page', '^src/answering/worker\\.ts$', '^src/client'] },
      to: {},
    },
    layer('text-knows-nobody', '^src/text', '^src/(?!text)', 'The text pipeline stands alone.'),
    layer(
      'answering-knows-network-and-text',
      '^src/answering',
      '^src/(?!answering|network|text|assistant/(?:ports|errors))',
      'Language around the network; it implements the AnswerModel port and knows no channel.',
    ),
    layer('network-knows-text', '^src/network', '^src/(?!network|text)', 'The network is numbers, made of the text alone.'),
    layer(
      'library-and-store-know-ports',
      '^src/(library|store)',
      '^src/(?!library|store|text|assistant/(?:ports|errors))',
      'Stores implement ports.',
    ),
    layer(
      'assistant-knows-no-implementation',
      '^src/assistant',
      '^src/(?!assistant|text|library/(?:cut|originals|topic-lines|search/(?:limits|ranked-passages))\\.ts$)',
      'Use cases know ports, and how a text is cut and ranked: pure functions, the same for uploads and for texts given along.',
    ),
    layer(
      'channels-translate',
      '^src/(alexa|http)/',
      '^src/(answering|network|model|library|store|dataset|evaluation|cli)',
      'Channels call the assistant.',
    ),
    layer(
      'client-knows-types-only',
      '^src/client',
      '^src/(?!client|assistant/ports|http/rest/reply)',
      'The client is for other programs; its types come from the schemas.',
    ),
    layer('channels-apart', '^src/alexa', '^src/http', 'One channel does not know the other.'),
    layer(
      'dataset-and-evaluation-beside',
      '^src/(dataset|evaluation)',
      '^src/(alexa|http|cli|store|library/(?!cut\\.ts$))',
      'They stand beside, on model and text.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: 'node_modules|^src/http/web/page' },
  },
};
