// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder, canKeepIn } from '../machine/cache.mjs';
import { findProgram, runCommand, tail } from '../machine/commands.mjs';
import { StackFailure } from '../machine/failure.mjs';
import { remove } from '../machine/files.mjs';

const POM = fileURLToPath(new URL('../../kafka/pom.xml', import.meta.url));
const OLDEST_JAVA = 17;
const OR_ELSE = 'or set KAFKA_BROKERS to a broker that you have';

/**
 * The Java to run the broker with: JAVA_HOME's, else the one on PATH.
 *
 * @returns {Promise<string>}
 */
export async function findJava() {
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : findProgram('java');
  const advice = `apt-get install openjdk-17-jre-headless, or set JAVA_HOME, ${OR_ELSE}`;
  if (java === undefined || !existsSync(java)) {
    throw new StackFailure(`Java ${OLDEST_JAVA} or newer is missing (Apache Kafka runs on it): ${advice}`);
  }
  const { output } = await runCommand(java, ['-version']);
  const version = /version "(?:1\.)?(\d+)/.exec(output)?.[1];
  if (Number(version ?? 0) < OLDEST_JAVA) {
    throw new StackFailure(`${java} is Java ${version ?? '(unknown)'}, Apache Kafka needs ${OLDEST_JAVA}: ${advice}`);
  }
  return java;
}

/**
 * The folder of the broker's jars: NQI_KAFKA_LIBS, else the cache of this user, filled by Maven the first time. A
 * folder named after the pom's content is complete or absent, so a killed download leaves nothing behind.
 *
 * @param {object} options
 * @param {string} options.home
 * @param {(line: string) => void} options.log
 * @param {AbortSignal} [options.signal]
 * @returns {Promise<string>}
 */
export async function kafkaJars({ home, log, signal }) {
  if (process.env.NQI_KAFKA_LIBS) return process.env.NQI_KAFKA_LIBS;
  const pom = readFileSync(POM, 'utf8');
  const version = kafkaVersion(pom);
  const digest = createHash('sha256').update(pom).digest('hex').slice(0, 8);
  const target = join(cacheFolder(home), `kafka-${version}-${digest}`);
  if (existsSync(target)) return target;

  const maven = findProgram('mvn');
  if (maven === undefined) {
    throw new StackFailure(`Maven is missing (it fetches Apache Kafka ${version}): apt-get install maven, ${OR_ELSE}`);
  }
  log(`fetching Apache Kafka ${version} by Maven, once for this user (about 45 MB)`);
  mkdirSync(join(target, '..'), { recursive: true });
  const work = mkdtempSync(`${target}.new-`);
  try {
    await copyDependencies({ maven, work, home, log, signal });
    if (!existsSync(target)) renameSync(join(work, 'libs'), target);
    return target;
  } finally {
    remove(work);
  }
}

/** @param {string} pom */
export function kafkaVersion(pom) {
  const version = /<kafka\.version>([^<]+)</.exec(pom)?.[1];
  if (version === undefined) throw new StackFailure(`${POM} names no kafka.version`);
  return version;
}

/**
 * @param {object} options
 * @param {string} options.maven
 * @param {string} options.work
 * @param {string} options.home
 * @param {(line: string) => void} options.log
 * @param {AbortSignal} [options.signal]
 */
async function copyDependencies({ maven, work, home, log, signal }) {
  const libs = join(work, 'libs');
  // A user without a writable home folder has no ~/.m2 either.
  const repository = canKeepIn('.m2') ? [] : [`-Dmaven.repo.local=${join(home, 'cache', 'm2')}`];
  let fetched = 0;
  const progress = setInterval(() => log(`Maven is at work, ${fetched} files downloaded so far`), 5_000);
  try {
    const { code, output } = await runCommand(
      maven,
      [
        '-B',
        '-f',
        POM,
        ...repository,
        'dependency:copy-dependencies',
        '-DincludeScope=runtime',
        `-DoutputDirectory=${libs}`,
      ],
      {
        signal,
        onOutput: (text) => {
          fetched += text.match(/Downloaded from/g)?.length ?? 0;
        },
      },
    );
    if (code !== 0) throw new StackFailure(failedMaven(output));
    if (!readdirSync(libs).some((jar) => jar.startsWith('kafka_'))) throw new StackFailure('Maven fetched no Kafka');
  } finally {
    clearInterval(progress);
  }
}

/** @param {string} output */
function failedMaven(output) {
  if (/No space left on device/.test(output)) return 'the disk is full: Maven could not store Apache Kafka';
  const errors = output.split('\n').filter((line) => line.includes('ERROR') && line.trim() !== '[ERROR]');
  if (/Unknown host|Connection refused|timed out|Could not transfer|Network is unreachable|UnknownHost/.test(output)) {
    return `Apache Kafka could not be fetched, Maven Central cannot be reached: connect to the network (or give Maven a mirror in settings.xml), ${OR_ELSE}`;
  }
  return `Maven could not fetch Apache Kafka:\n${tail(errors.join('\n'), 6)}`;
}
