/// WebAssembly objects, as the WebAssembly Core Specification ("Binary Format") and the tool
/// conventions ("WebAssembly Object File Linking") have them.
@NullMarked
package nib.engine.objectfile.wasm;

import org.jspecify.annotations.NullMarked;
