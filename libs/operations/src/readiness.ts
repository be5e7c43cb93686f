import { Injectable } from '@nestjs/common';
import { HealthProbe } from './health.probe';

/** Whether this process should be sent requests. */
@Injectable()
export class Readiness {
  private draining = false;

  constructor(private readonly probe: HealthProbe) {}

  /** From now on traffic should go elsewhere; what still arrives is answered. */
  drain(): void {
    this.draining = true;
  }

  isReady(): boolean {
    return !this.draining && this.probe.isHealthy();
  }
}
