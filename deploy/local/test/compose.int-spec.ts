import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { IMAGES } from '../backends/images.mjs';
import { kafkaVersion } from '../backends/kafka-jars.mjs';
import { SERVICES } from '../services.mjs';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

interface ComposeService {
  image: string;
  healthcheck?: object;
  ports?: string[];
  environment?: Record<string, string | number>;
}

/** Laptop, tests and containers run the same things; the files that say so must not drift apart. */
describe('docker-compose.yml', () => {
  const text = read('docker-compose.yml');
  const services: Record<string, ComposeService> = parse(text, { merge: true }).services;

  it('runs the backing services that the local stack runs, in the same versions', () => {
    for (const [name, image] of Object.entries(IMAGES)) expect(services[name]?.image).toBe(image);
    expect(IMAGES.kafka).toBe(`apache/kafka:${kafkaVersion(read('deploy/kafka/pom.xml'))}`);
  });

  it('runs every service of the local stack, each looked after by a health check', () => {
    for (const { name } of SERVICES) expect(services[name]?.healthcheck).toBeDefined();
  });

  it('migrates every database before its service starts, and creates each of them', () => {
    const created = [...read('deploy/compose/create-databases.sql').matchAll(/^CREATE DATABASE (\w+);/gm)];
    const owners = SERVICES.filter(({ database }) => database).map(({ name }) => name);

    expect(created.map(([, name]) => name)).toEqual(owners.map((name) => `nqi_${name}`));
    for (const name of owners) {
      expect(services[name]?.environment?.['DATABASE_URL']).toMatch(new RegExp(`/nqi_${name}$`));
      expect(services[`${name}-migrate`]).toBeDefined();
    }
  });

  it('opens one door only, and holds no secret', () => {
    expect(Object.keys(services).filter((name) => services[name]?.ports)).toEqual(['gateway']);
    const values = Object.values(services).flatMap(({ environment = {} }) => Object.entries(environment));
    const secret = values.filter(([name]) => /PASSWORD|SECRET|TOKEN/.test(name)).map(([, value]) => String(value));
    const inUrls = values.flatMap(([, value]) => /:\/\/[^:/]+:([^@]+)@/.exec(String(value))?.[1] ?? []);
    for (const value of [...secret, ...inUrls]) expect(value).toMatch(/^\$\{\w+(:\?[^}]*|:-)\}$/);
    expect(inUrls).toHaveLength(18);
  });
});
