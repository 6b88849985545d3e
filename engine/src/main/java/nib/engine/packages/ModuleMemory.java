package nib.engine.packages;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nib.engine.text.SourceText;

/// The modules that were read, so that one whose text stays the same stays the same object.
///
/// Modules live for as long as somebody holds a graph that they belong to, and at least until the
/// next load.
final class ModuleMemory {

  /// Nobody writes a module of this size; reading one by accident would stop the window.
  static final int LARGEST_MODULE = 32 << 20;

  /// @param seen the file as it was when its text was read; empty where a file that looks the same
  ///   need not be the same: for a text of an editor, and a file that changed just now
  private record Known(Optional<Stamp> seen, WeakReference<PenModule> module) {

    Optional<PenModule> living() {
      return Optional.ofNullable(module.get());
    }

    boolean vouchesFor(Stamp stamp) {
      return seen.equals(Optional.of(stamp));
    }
  }

  /// A file that lies in two packages, one inside the other, is two modules.
  private record Key(Path file, String path) {}

  private final Map<Key, Known> known = new HashMap<>();

  /// What the last load used is held, whether or not somebody holds its graph.
  private List<PenModule> held = List.of();

  private List<PenModule> used = new ArrayList<>();

  private final FolderMemory folders = new FolderMemory();

  FolderMemory folders() {
    return folders;
  }

  /// The module of a file.
  PenModule module(FolderWalk.ModuleFile from) throws UnreadableException {
    var key = new Key(from.file(), from.path());
    var stamp = Stamp.of(from.attributes());
    var before = Optional.ofNullable(known.get(key));
    var module = before.flatMap(Known::living);
    if (module.isPresent() && before.get().vouchesFor(stamp)) {
      return use(module.get());
    }
    if (stamp.size() > LARGEST_MODULE) {
      throw TextFile.tooLarge(from.file(), LARGEST_MODULE);
    }
    var now = Instant.now();
    var source = new SourceText(from.file(), TextFile.read(from.file(), LARGEST_MODULE));
    return remember(key, source, stamp.settled(now) ? Optional.of(stamp) : Optional.empty());
  }

  /// The module of a text.
  ///
  /// @param path relative to its package
  /// @param file the module's file, as the package has it
  PenModule module(String path, Path file, SourceText edited) {
    var source = edited.file().equals(file) ? edited : new SourceText(file, edited.text());
    return remember(new Key(file, path), source, Optional.empty());
  }

  private PenModule remember(Key key, SourceText source, Optional<Stamp> stamp) {
    var module =
        Optional.ofNullable(known.get(key))
            .flatMap(Known::living)
            .filter(one -> one.source().text().equals(source.text()))
            .orElseGet(() -> PenModule.of(key.path(), source));
    known.put(key, new Known(stamp, new WeakReference<>(module)));
    return use(module);
  }

  private PenModule use(PenModule module) {
    used.add(module);
    return module;
  }

  /// Ends a load that succeeded: what it did not use is held no longer.
  void keepUsed() {
    folders.keepUsed();
    held = used;
    used = new ArrayList<>();
    known.values().removeIf(one -> one.living().isEmpty());
  }

  /// Ends a load that failed: what was held before still is.
  void forgetUsed() {
    folders.forgetUsed();
    used = new ArrayList<>();
  }

  /// How many modules are alive.
  int size() {
    known.values().removeIf(one -> one.living().isEmpty());
    return Math.max(known.size(), held.size());
  }
}
