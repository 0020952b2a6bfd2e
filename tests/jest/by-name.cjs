const { default: Sequencer } = require('@jest/test-sequencer');

/** Runs test files in the order of their names, so that what counts from nought comes first. */
module.exports = class ByName extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => (a.path < b.path ? -1 : 1));
  }
};
