// Emmett on PostgreSQL, doing what benchmarks/stores/workload.py asks of every store.
// node emmett.mjs URL append WRITERS SECONDS | conflicts SECONDS | own SECONDS | read | crash
import { randomUUID } from "node:crypto";
import { getPostgreSQLEventStore } from "@event-driven-io/emmett-postgresql";
import pg from "pg";

const [url, what, ...rest] = process.argv.slice(2);
const STREAM_EVENTS = 10;
const DATA = "x".repeat(256);
const event = () => ({ type: "Happened", data: { state: DATA } });
const store = getPostgreSQLEventStore(url);
const now = () => performance.now() / 1000;

async function write(own) {
  if (!own.stream || own.version === STREAM_EVENTS) {
    own.stream = randomUUID();
    own.version = 0;
  }
  const expected = own.version === 0 ? "STREAM_DOES_NOT_EXIST" : BigInt(own.version);
  try {
    await store.appendToStream(own.stream, [event()], { expectedStreamVersion: expected });
  } catch (error) {
    own.stream = undefined; // whatever became of it: another stream
    throw error;
  }
  own.version += 1;
  return [own.stream, own.version];
}

async function version(stream) {
  const { currentStreamVersion, streamExists } = await store.readStream(stream);
  return streamExists ? Number(currentStreamVersion) : 0;
}

async function many(count, seconds, call) {
  const latencies = [];
  const began = now();
  const one = async (_, number) => {
    const own = {};
    while (now() < began + seconds) {
      const before = now();
      await call(own, number);
      latencies.push(now() - before);
    }
  };
  await Promise.all(Array.from({ length: count }, one));
  return { seconds: now() - began, latencies };
}

const acts = {
  append: (writers, seconds) => many(Number(writers), Number(seconds), write),

  async conflicts(seconds) {
    const stream = randomUUID();
    let lost = 0;
    const load = await many(8, Number(seconds), async () => {
      for (;;) {
        const seen = await version(stream);
        const expected = seen === 0 ? "STREAM_DOES_NOT_EXIST" : BigInt(seen);
        try {
          await store.appendToStream(stream, [event()], { expectedStreamVersion: expected });
          return;
        } catch (error) {
          if (!/version|exist/i.test(`${error.name} ${error.message}`)) throw error;
          lost += 1;
        }
      }
    });
    if ((await version(stream)) !== load.latencies.length) throw new Error("lost or doubled");
    return { ...load, lost };
  },

  own: (seconds) =>
    many(1, Number(seconds), async () => {
      const [stream, wanted] = await write({});
      while ((await version(stream)) < wanted);
    }),

  async read() {
    const client = new pg.Client(url);
    await client.connect();
    const began = now();
    let last = -1n;
    let events = 0;
    const found = [];
    for (;;) {
      const page = await client.query(
        "select global_position, stream_id, stream_position from emt_messages" +
          " where global_position > $1 order by global_position limit 1000",
        [last.toString()],
      );
      if (page.rows.length === 0) break;
      events += page.rows.length;
      last = BigInt(page.rows.at(-1).global_position);
      for (const row of page.rows) found.push(`${row.stream_id} ${row.stream_position}`);
    }
    await client.end();
    return { seconds: now() - began, events, distinct: new Set(found).size, found };
  },

  // Writes until standard input ends; tells what was acknowledged, and when (seconds since 1970).
  async crash() {
    const told = [];
    let stop = false;
    process.stdin.resume();
    process.stdin.on("end", () => (stop = true));
    const one = async () => {
      const own = {};
      while (!stop) {
        try {
          const [stream, number] = await write(own);
          told.push([`${stream} ${number}`, Date.now() / 1000]);
          if (told.length % 50 === 0) process.stderr.write(`${told.length}\n`);
        } catch {
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      }
    };
    await Promise.all(Array.from({ length: 8 }, one));
    return { told };
  },
};

process.on("uncaughtException", (error) => {
  if (what !== "crash") throw error; // a pool's idle connection that broke with the server
});
const answer = await acts[what](...rest);
await new Promise((written) => process.stdout.write(JSON.stringify(answer), written));
await Promise.race([store.close().catch(() => {}), new Promise((r) => setTimeout(r, 1000))]);
process.exit(0);
