package nib.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the window may know: of the engine, the façade and the plain data it speaks; of toolkits,
/// only views, and of RichTextFX only the editor.
final class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("nib.app", "nib.engine");

  private static final Set<String> SPOKEN =
      Set.of(
          "nib.engine",
          "nib.engine.assist",
          "nib.engine.text",
          "nib.engine.diagnostic",
          "nib.engine.diagnosis",
          "nib.engine.symbols",
          "nib.engine.dwarf",
          "nib.engine.catalog",
          "nib.engine.headers",
          "nib.engine.objectfile",
          "nib.engine.build",
          "nib.engine.trial",
          "nib.engine.target",
          "nib.engine.foreign",
          "nib.engine.abi",
          "nib.engine.ctype",
          "nib.engine.explain");

  private static final Set<String> WORDS = Set.of("nib.engine.packages.ModuleKind");

  private static final Set<String> LEXER =
      Set.of("nib.engine.syntax.Lexer", "nib.engine.syntax.Token");

  @Test
  void windowSpeaksTheFacadesLanguageOnly() {
    noClasses()
        .that()
        .resideInAPackage("nib.app..")
        .and()
        .resideOutsideOfPackage("nib.app.editor")
        .should()
        .dependOnClassesThat(engineBeyond(Set.of()))
        .check(CLASSES);
  }

  @Test
  void editorKnowsTheLexerBesides() {
    noClasses()
        .that()
        .resideInAPackage("nib.app.editor")
        .should()
        .dependOnClassesThat(engineBeyond(LEXER))
        .check(CLASSES);
  }

  @Test
  void viewModelsKnowNoNodesAndNoStages() {
    noClasses()
        .that()
        .resideInAPackage("nib.app..")
        .and()
        .haveSimpleNameEndingWith("ViewModel")
        .or()
        .resideInAPackage("nib.app.project")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.fxmisc..", "org.kordamp..")
        .check(CLASSES);
  }

  @Test
  void richTextStaysInTheEditor() {
    noClasses()
        .that()
        .resideOutsideOfPackage("nib.app.editor")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.fxmisc..", "org.reactfx..")
        .check(CLASSES);
  }

  @Test
  void onlyTheDoorStartsThreads() {
    classes()
        .that()
        .resideInAPackage("nib.app..")
        .and()
        .doNotHaveFullyQualifiedName("nib.app.Background")
        .should()
        .onlyAccessClassesThat(
            DescribedPredicate.not(
                DescribedPredicate.<JavaClass>describe(
                    "start threads",
                    type ->
                        type.isAssignableTo(java.util.concurrent.ExecutorService.class)
                            || type.isEquivalentTo(Thread.Builder.class)
                            || type.isEquivalentTo(java.util.concurrent.CompletableFuture.class))))
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> engineBeyond(Set<String> others) {
    return DescribedPredicate.describe(
        "belong to the engine's inside",
        type ->
            (type.getPackageName() + ".").startsWith("nib.engine.")
                && !SPOKEN.contains(type.getPackageName())
                && !WORDS.contains(outermost(type))
                && !others.contains(outermost(type)));
  }

  private static String outermost(JavaClass type) {
    int nested = type.getName().indexOf('$');
    return nested < 0 ? type.getName() : type.getName().substring(0, nested);
  }
}
