package io.crowdbench.agent.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleImportsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      value = {
        "import './a.js' | ./a.js",
        "import\"./a.js\";import b from\"./b.js\" | ./a.js ./b.js",
        "import {a as b, c} from './a.js' | ./a.js",
        "import{from as f}from'./a.js' | ./a.js",
        "import d, * as all from './a.js' | ./a.js",
        "export * from './a.js'; export {x} from \"./b.js\" | ./a.js ./b.js",
        "export const a = 1; import './b.js' | ./b.js",
        "export default function f() {} import './b.js' | ./b.js",
        "import('./a.js') | ",
        "const u = import.meta.url, s = 'x' | ",
        "// import './a.js' | ",
        "/* import './a.js' */ import './b.js' | ./b.js",
        "const s = \"import './a.js'\", t = `import './b.js'` | ",
        "const r = /import '.\\/a.js'/; import './b.js' | ./b.js",
        "const r = a / b / c; import './b.js' | ./b.js",
        "x.import './a.js' | ",
        "const o = { import: './a.js', from: './b.js' } | ",
        "import a from './a.json' with { type: 'json' } | ./a.json",
      })
  void findsWhatIsImportedBeforeItRuns(String script, String found) {
    assertThat(String.join(" ", ModuleImports.of(script))).isEqualTo(found == null ? "" : found);
  }
}
