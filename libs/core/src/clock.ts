import { Injectable } from '@nestjs/common';

/** Now, as a value that tests can set. Pure code takes the time as a parameter instead. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
