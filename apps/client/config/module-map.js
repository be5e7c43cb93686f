const { writeFileSync, mkdirSync } = require('node:fs');
const path = require('node:path');

const inside = (module) => (module.modules ? [...module.modules].flatMap(inside) : [module]);

/**
 * Writes which sources stand in which file of a build, and which files each page brings:
 * tools/budget.mjs and tools/routes.spec.ts read it. It lies beside the build, never in it.
 */
module.exports = class ModuleMap {
  constructor({ file, root }) {
    this.file = file;
    this.root = root;
  }

  apply(compiler) {
    compiler.hooks.afterEmit.tap('module map', ({ chunks, chunkGraph, chunkGroups, entrypoints }) => {
      const nameOf = ({ resource }) => path.relative(this.root, resource.split('?')[0]);
      const files = {};
      for (const chunk of chunks) {
        const modules = [...chunkGraph.getChunkModules(chunk)].flatMap(inside);
        for (const file of chunk.files) {
          const isStyle = /\.(css|wxss)$/.test(file);
          const wanted = modules.filter((module) => (module.type === 'css/mini-extract') === isStyle);
          const names = isStyle
            ? wanted.map((module) => nameOf({ resource: module.identifier().split('!').pop().split('|')[0] }))
            : wanted.filter(({ resource }) => resource).map(nameOf);
          files[file] = [...new Set(names)].sort();
        }
      }
      const pages = {};
      for (const group of chunkGroups)
        for (const { request } of group.origins ?? [])
          if (/^\.\/pages/.test(request))
            pages[request.slice(2)] = group.chunks.flatMap((chunk) => [...chunk.files]);
      const entries = Object.fromEntries(
        [...entrypoints].map(([name, entry]) => [name, entry.chunks.flatMap((chunk) => [...chunk.files])]),
      );
      mkdirSync(path.dirname(this.file), { recursive: true });
      writeFileSync(this.file, `${JSON.stringify({ entries, pages, files }, null, 1)}\n`);
    });
  }
};
