import { Account } from './account.entity';
import { Credential } from './credential.entity';
import { StoredFile } from './file.entity';
import { GradingRun } from './grading-run.entity';
import { GuardianLink } from './guardian-link.entity';
import { HomeworkPage } from './homework-page.entity';
import { Homework } from './homework.entity';
import { IdempotentWrite } from './idempotent-write.entity';
import { ItemEvent } from './item-event.entity';
import { Item } from './item.entity';
import { LoginIdentity } from './login-identity.entity';
import { LoginSession } from './login-session.entity';
import { Mistake } from './mistake.entity';
import { Profile } from './profile.entity';
import { ReviewLog } from './review-log.entity';

export {
  Account,
  Credential,
  GradingRun,
  GuardianLink,
  Homework,
  HomeworkPage,
  IdempotentWrite,
  Item,
  ItemEvent,
  LoginIdentity,
  LoginSession,
  Mistake,
  Profile,
  ReviewLog,
  StoredFile,
};

export const ENTITIES = [
  Account,
  LoginIdentity,
  Credential,
  LoginSession,
  Profile,
  GuardianLink,
  StoredFile,
  Homework,
  HomeworkPage,
  GradingRun,
  Item,
  ItemEvent,
  Mistake,
  ReviewLog,
  IdempotentWrite,
];
