import { createRequire, Module } from 'node:module';

/**
 * A stand-in for the Functions host, for one app in a process of its own: gives the app the interface of
 * `@azure/functions-core` in the way the worker does, notes what it registers, and invokes it as the worker
 * would, through the app's own programming model.
 *
 * `node functionsHost.mjs <entry file>`, spoken to over IPC: it says `{ functions }`, then answers each
 * `{ id, name, data }` with `{ id, result }` or `{ id, failed }`.
 */
const functions = new Map();
let model;

const core = {
  version: '4.0.0',
  hostVersion: '4.1000.0',
  log: () => undefined,
  setProgrammingModel: (given) => (model = given),
  getProgrammingModel: () => model,
  registerFunction: (metadata, callback) => functions.set(metadata.name, { metadata, callback }),
  registerHook: () => ({ dispose: () => undefined }),
};

const { require } = Module.prototype;
Module.prototype.require = function (id) {
  return id === '@azure/functions-core' ? core : require.call(this, id);
};

createRequire(import.meta.url)(process.argv[2]);

async function invoke({ id, name, data }) {
  const { metadata, callback } = functions.get(name);
  const [trigger] = Object.entries(metadata.bindings).find(
    ([, { direction }]) => direction === 'in',
  );
  const invocation = model.getInvocationModel({
    invocationId: id,
    metadata,
    request: { invocationId: id, inputData: [{ name: trigger, data }] },
    log: () => undefined,
  });
  const { context, inputs } = await invocation.getArguments();
  const result = await invocation.invokeFunction(context, inputs, callback);
  return invocation.getResponse(context, result);
}

process.on('message', (asked) => {
  invoke(asked).then(
    (result) => process.send({ id: asked.id, result }),
    (error) => process.send({ id: asked.id, failed: String(error) }),
  );
});
process.send({ functions: [...functions.values()].map(({ metadata }) => metadata) });
