package nib.engine.bench;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import nib.engine.objectfile.Symbol;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.symbols.DefinedFunction;
import nib.engine.symbols.Member;
import nib.engine.symbols.NmPrinter;
import nib.engine.symbols.OpenLibrary;
import nib.engine.symbols.SignatureLookup;
import nib.engine.symbols.SymbolLookup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// An archive in a warm JVM: `./bench Lookup -p archive=FILE`. How long other programs take for it
/// says `./bench-archives`.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Benchmark)
public class Lookup {

  private static final int WANTED = 200;

  /// The archive; any of the system's by default, so that the benchmark runs everywhere.
  @Param("/usr/lib/x86_64-linux-gnu/libc.a")
  public String archive = "";

  private List<String> names = List.of();

  @Setup(Level.Trial)
  public void choose() throws Exception {
    var functions = new ArrayList<String>();
    try (var library = OpenLibrary.open(Path.of(archive))) {
      library.forEach(SymbolFilter.DEFINITIONS, Lookup::functions, functions::addAll);
    }
    Collections.shuffle(functions, new Random(7));
    names = functions.stream().distinct().limit(WANTED).toList();
  }

  private static List<String> functions(Member member) {
    return member instanceof Member.Read read
        ? read.object().symbols().stream()
            .filter(symbol -> symbol.letter() == 'T')
            .map(Symbol::name)
            .toList()
        : List.of();
  }

  /// 200 functions: defined where, how?
  @Benchmark
  public SymbolLookup.Result names() throws Exception {
    return SymbolLookup.find(Path.of(archive), names);
  }

  /// What those functions take and return, where the archive has debugging information.
  @Benchmark
  public Map<String, DefinedFunction> signatures() throws Exception {
    return SignatureLookup.find(Path.of(archive), names);
  }

  /// Every definition for others, written as `nm` does.
  @Benchmark
  public int definitions() throws Exception {
    var style = new NmPrinter.Style(false, false, Optional.empty(), SymbolFilter.DEFINITIONS);
    try (var library = OpenLibrary.open(Path.of(archive))) {
      new NmPrinter(OutputStream.nullOutputStream(), style).print(library, _ -> {});
      return library.memberCount();
    }
  }
}
