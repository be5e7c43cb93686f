import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TmplGroup } from 'glass-easel-template-compiler';

interface Finding {
  level: string;
  message: string;
  path: string;
  startLine: number;
  startColumn: number;
}

/** Compiles all templates and their scripts into one expression. The engine forgives much; each finding is a warning here. */
export function compileTemplates(dist: string, files: string[]): { templates: string; warnings: string[] } {
  const group = new TmplGroup();
  const warnings: string[] = [];
  for (const file of files) {
    const text = () => readFileSync(path.join(dist, file), 'utf8');
    if (file.endsWith('.wxs')) group.addScript(file.slice(0, -'.wxs'.length), text());
    if (!file.endsWith('.wxml')) continue;
    const findings = group.addTmpl(file.slice(0, -'.wxml'.length), text()) as Finding[];
    for (const { level, message, startLine, startColumn } of findings)
      warnings.push(`${file}:${startLine + 1}:${startColumn + 1} ${level}: ${message}`);
  }
  const templates = group.getTmplGenObjectGroups();
  group.free();
  return { templates, warnings };
}
