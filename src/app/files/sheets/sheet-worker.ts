import { answerAt } from './desk';

answerAt(self);
