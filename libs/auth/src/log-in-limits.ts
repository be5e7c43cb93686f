import { Injectable } from '@nestjs/common';
import { Limits, type Limit } from '@wuhao/core';
import { addressKey } from './address';

const MINUTE = 60;

/** Failures only. By phone and address together: whoever guesses at a phone locks out nobody but himself. */
const FAILURES_PER_PHONE: Limit = { name: 'log-in-phone', points: 10, perSeconds: 5 * MINUTE };
/** Failures of one address on any phones; a school shares one. */
const FAILURES_PER_ADDRESS: Limit = { name: 'log-in-address', points: 100, perSeconds: 10 * MINUTE };
const REGISTRATIONS: Limit = { name: 'register', points: 300, perSeconds: 60 * MINUTE };
/** Registrations that told that a phone is known. */
const KNOWN_PHONES: Limit = { name: 'register-known', points: 20, perSeconds: 60 * MINUTE };

/** How often an address may try. Every method takes the address of the client as the server sees it. */
@Injectable()
export class LogInLimits {
  constructor(private readonly limits: Limits) {}

  async checkLogIn(phone: string, ip: string): Promise<void> {
    await this.limits.check(FAILURES_PER_ADDRESS, addressKey(ip));
    await this.limits.check(FAILURES_PER_PHONE, `${addressKey(ip)} ${phone}`);
  }

  async countFailure(phone: string, ip: string): Promise<void> {
    await this.limits.use(FAILURES_PER_ADDRESS, addressKey(ip));
    await this.limits.use(FAILURES_PER_PHONE, `${addressKey(ip)} ${phone}`);
  }

  async forgetFailures(phone: string, ip: string): Promise<void> {
    await this.limits.reset(FAILURES_PER_PHONE, `${addressKey(ip)} ${phone}`);
  }

  async useRegistration(ip: string): Promise<void> {
    await this.limits.check(KNOWN_PHONES, addressKey(ip));
    await this.limits.use(REGISTRATIONS, addressKey(ip));
  }

  async countKnownPhone(ip: string): Promise<void> {
    await this.limits.use(KNOWN_PHONES, addressKey(ip));
  }
}
