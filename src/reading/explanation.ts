import type { Emotion } from '../shared/emotions';
import type { Explanation, Reading, WordWeight } from '../shared/reading';
import { readingJob, type Job, type Reader } from './job';
import { Occlusion, type Group } from './occlusion';

/** Words that are left out together at most, and how many are tried as the next one. */
const MOST_TOGETHER = 8;
const TRIED = 12;
/** Log-odds that may grow with a word that is left out: beside others that say the same it may cost nothing, or seem to. */
const LEAST_LOST = 0.1;

/**
 * Which words speak for the label. Each is left out in turn (occlusion, Zeiler and Fergus 2014; for words, Li et al. 2016) and counts by
 * what the label's log-odds lose: a probability near 1 hardly moves. Where several say the same, one alone hardly matters. So the words
 * that cost most are left out together, one more each time, until the label changes, and each of them counts by the mean of what it
 * takes away as the first and brings back as the last (the two ends of its Shapley value).
 */
export function explanationJob(reader: Reader, typed: string): Job<Explanation> {
  const reading = readingJob(reader, typed);
  const occlusion = new Occlusion(reader, reading);
  const { groups } = occlusion;
  const each = occlusion.variants(groups.map((group) => [group]));
  return {
    rows: [...reading.rows, ...each.rows],
    finish(probabilities) {
      const parts = probabilities.slice(0, reading.rows.length);
      const read = occlusion.begin(parts);
      if (parts.length === 0) return { reading: read, words: [] };
      const alone = each.readings(probabilities.slice(parts.length));
      const [first, second] = emotionsOf(read);
      const weights = new Map<Group, Omit<WordWeight, 'start' | 'end'>>();
      const lost = groups.map((group, i) => {
        const forFirst = logOdds(read, first) - logOdds(alone[i] ?? read, first);
        const forSecond = second ? logOdds(read, second) - logOdds(alone[i] ?? read, second) : -Infinity;
        const isSecond = second !== null && forSecond > Math.max(forFirst, 0);
        weights.set(
          group,
          isSecond ? { weight: weightOf(forSecond), emotion: second } : { weight: weightOf(forFirst), emotion: first },
        );
        return { group, lost: forFirst };
      });
      const answer = (): Explanation => ({
        reading: read,
        words: occlusion.units.map(({ start, end, group }) => ({
          start,
          end,
          ...(weights.get(group) ?? { weight: 0, emotion: first }),
        })),
      });
      if (read.label === null) return answer(); // no label that could change
      const left = lost.toSorted((a, b) => b.lost - a.lost);
      return together(occlusion, read, first, left, (shares) => {
        for (const [group, share] of shares) weights.set(group, { weight: weightOf(share), emotion: first });
        return answer();
      });
    },
  };
}

interface Candidate {
  readonly group: Group;
  /** Log-odds that went with it when it was last left out: alone, then with those before it. */
  readonly lost: number;
}

/** Leave out ever more words until the label changes; then work out each one's part. Each step is one job of a few rows. */
function together(
  occlusion: Occlusion,
  read: Reading,
  emotion: Emotion,
  candidates: readonly Candidate[],
  tell: (shares: ReadonlyMap<Group, number>) => Explanation,
): Job<Explanation> {
  const alone = new Map(candidates.map(({ group, lost }) => [group, lost]));
  const step = (out: readonly Group[], odds: number, left: readonly Candidate[]): Job<Explanation> => {
    const tried = left.slice(0, TRIED);
    const variants = occlusion.variants(tried.map(({ group }) => [...out, group]));
    return {
      rows: variants.rows,
      finish(probabilities) {
        const readings = variants.readings(probabilities);
        const again = tried.flatMap(({ group }, i) => {
          const reading = readings[i];
          return reading ? [{ group, reading, lost: odds - logOdds(reading, emotion) }] : [];
        });
        const [next, ...others] = again.sort((a, b) => b.lost - a.lost);
        if (!next || next.lost < -LEAST_LOST) return share(out, odds);
        const now = [...out, next.group];
        const rest = [...others, ...left.slice(TRIED)];
        if (next.reading.label !== emotion || now.length === MOST_TOGETHER || rest.length === 0)
          return share(now, odds - next.lost);
        return step(now, odds - next.lost, rest);
      },
    };
  };
  const share = (out: readonly Group[], odds: number): Job<Explanation> => {
    const variants = occlusion.variants(out.map((group) => out.filter((other) => other !== group)));
    return {
      rows: out.length > 1 ? variants.rows : [],
      finish(probabilities) {
        const [only] = out;
        if (out.length === 1 && only) return tell(new Map([[only, alone.get(only) ?? 0]]));
        const readings = variants.readings(probabilities);
        return tell(
          new Map(
            out.map((group, i) => [group, (Math.max(0, alone.get(group) ?? 0) + logOdds(readings[i] ?? read, emotion) - odds) / 2]),
          ),
        );
      },
    };
  };
  return step([], logOdds(read, emotion), candidates);
}

/** The label and what is mixed in; of an unsure reading, the first two. */
function emotionsOf({ label, mixed, scores }: Reading): [Emotion, Emotion | null] {
  return [label ?? scores[0]?.label ?? 'joy', label ? (mixed ?? null) : (scores[1]?.label ?? null)];
}

const LEAST = 1e-6;

function logOdds({ scores }: Reading, emotion: Emotion): number {
  const p = Math.min(Math.max(scores.find(({ label }) => label === emotion)?.score ?? 0, LEAST), 1 - LEAST);
  return Math.log(p / (1 - p));
}

/** The part of the odds that goes with a word, 0 to 1; below 0 the part by which they grow. */
const weightOf = (lost: number): number => Math.sign(lost) * (1 - Math.exp(-Math.abs(lost)));
