const { TestEnvironment } = require('jest-environment-node');

/**
 * Node, with the typed arrays of Node's own realm: jest gives each test file a realm of its own, and native code
 * (onnxruntime-node) makes arrays of the outer one, which would not be instances of the test's.
 */
class SharedArrays extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    Object.assign(this.global, { BigInt64Array, Float32Array, Int32Array });
  }
}

module.exports = SharedArrays;
