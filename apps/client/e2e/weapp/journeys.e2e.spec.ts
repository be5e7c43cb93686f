import { journeysAsTests } from '../stage/as-tests';

journeysAsTests('weapp');
