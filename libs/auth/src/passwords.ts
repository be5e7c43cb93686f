import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Turns } from './turns';

/** argon2id, the library's default kind, with OWASP's parameters: 19 MiB and about 25 ms each. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Hashes run in libuv's pool of four threads, which files and look-ups need too, and leave a core to requests. */
const AT_ONCE = Math.min(2, Math.max(1, availableParallelism() - 1));
const WAITING = 400;

@Injectable()
export class Passwords {
  private readonly turns = new Turns(AT_ONCE, WAITING);
  /** Of no password: what is compared with when there is no account, so that it takes as long. */
  private readonly nobody = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$${unpadded(16)}$${unpadded(32)}`;

  hash(password: string): Promise<string> {
    return this.turns.take(() => hash(normal(password), COST));
  }

  /** Runs `attempt` when its turn comes, with the comparison to use inside it (which takes no turn of its own). */
  attempt<T>(attempt: (matches: typeof this.matches) => Promise<T>): Promise<T> {
    return this.turns.take(() => attempt(this.matches));
  }

  /** False for an account that is not there, after the same work. */
  private readonly matches = (passwordHash: string | undefined, password: string): Promise<boolean> =>
    verify(passwordHash ?? this.nobody, normal(password));
}

/** Keyboards write the same character in several ways. */
const normal = (password: string) => password.normalize('NFKC');

const unpadded = (bytes: number) => randomBytes(bytes).toString('base64').replace(/=+$/, '');
