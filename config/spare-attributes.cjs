/**
 * What no screen of ours listens to or sets. Taro writes every attribute out for each kind of view on each of sixteen levels, so these were a fifth of the
 * templates. Whoever needs one deletes its line here. The move of a finger stays: a sheet catches it.
 */
const VIEW =
  /^(animation|hover-stop-propagation|hover-start-time|bind(Touch(Start|End|Cancel)|Long|Animation|Transition))/;
const SCROLLING = /^(scroll-(x|y|top|left|into-view)$|bindScroll$)/;

const isSpare = {
  View: (name) => VIEW.test(name),
  Text: (name) => VIEW.test(name),
  Image: (name) => VIEW.test(name),
  // Taro puts it into every build, and no page uses it yet.
  ScrollView: (name) => !SCROLLING.test(name),
};

/** For the templates and for the runtime: both count the attributes, and have to come to the same numbers. */
module.exports = function dropSpare(components) {
  for (const [component, spare] of Object.entries(isSpare)) {
    for (const name of Object.keys(components[component])) {
      if (spare(name)) delete components[component][name];
    }
  }
};
