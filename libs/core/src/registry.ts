import { Injectable } from '@nestjs/common';

/** A part of the system that `/health` reports on. `probe` throws when the part does not work. */
export type HealthPart = { name: string; probe: () => Promise<void> };

/** What crosses features the other way than imports go: each registers what it has when its module starts. */
@Injectable()
export class Registry {
  readonly healthParts: HealthPart[] = [];

  addHealthPart(part: HealthPart): void {
    this.healthParts.push(part);
  }
}
