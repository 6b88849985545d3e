/// Pen source with highlights, problems and the selected declaration; RichTextFX stays here.
@NullMarked
package nib.app.editor;

import org.jspecify.annotations.NullMarked;
