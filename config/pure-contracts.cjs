/**
 * A contract declares requests as well as answers, and the client needs the answers alone. A bundler keeps what calls something, because the call may do
 * something; in a contract none does. This plugin for Babel says so, declaration by declaration, so that a schema nobody uses is left out with its words.
 */
module.exports = function pureContracts({ types: t }) {
  const isCalling = (path) => {
    let calls = path.isCallExpression() || path.isNewExpression();
    path.traverse({
      Function: (inner) => inner.skip(),
      'CallExpression|NewExpression': (inner) => {
        calls = true;
        t.addComment(inner.node, 'leading', '#__PURE__');
      },
    });
    return calls;
  };
  return {
    visitor: {
      Program(program) {
        for (const statement of program.get('body')) {
          const declared = statement.isExportNamedDeclaration() ? statement.get('declaration') : statement;
          if (!declared.isVariableDeclaration()) continue;
          for (const { node, init } of declared
            .get('declarations')
            .map((path) => ({ node: path.node, init: path.get('init') }))) {
            if (!init.node || !t.isIdentifier(node.id) || !isCalling(init)) continue;
            // Behind a function even what stands in objects and spreads counts as part of this one declaration.
            const made = t.callExpression(t.arrowFunctionExpression([], init.node), []);
            node.init = t.addComment(made, 'leading', '#__PURE__');
          }
        }
      },
    },
  };
};
