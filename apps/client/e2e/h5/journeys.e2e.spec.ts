import { journeysAsTests } from '../stage/as-tests';

journeysAsTests('h5');
