package nib.app.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nib.engine.OpenedPackage;
import nib.engine.Workbench;
import nib.engine.diagnostic.Failure;
import nib.engine.diagnostic.FailureException;
import nib.engine.text.SourceText;

/// Packages as they were read together, with unsaved texts in the place of their files.
///
/// @param views those that could be read
/// @param failures why the others could not, by the path that was asked for
/// @param disk what the files of the unsaved texts hold; one that is gone or no text is not there
/// @param stamps of every file that was read, none of them newer; empty where nobody looked
record Reading(
    List<OpenedPackage> views,
    Map<Path, Failure> failures,
    Map<Path, SourceText> disk,
    Optional<Stamps> stamps) {

  Reading {
    views = List.copyOf(views);
    disk = Map.copyOf(disk);
  }

  /// What a reading starts from.
  ///
  /// @param paths the packages' folders or files in them
  /// @param known folders that are known to matter: the packages' own and their dependencies'
  /// @param looks whether to look at their files' stamps, which takes longer the more there are
  record Request(List<Path> paths, List<SourceText> edited, Set<Path> known, boolean looks) {
    Request {
      paths = List.copyOf(paths);
      edited = List.copyOf(edited);
      known = Set.copyOf(known);
    }

    Request withoutLooking() {
      return new Request(paths, edited, known, false);
    }
  }

  /// Reads. A package that cannot be read keeps no other from being read.
  static Reading of(Workbench workbench, Request request) {
    // Taken before anything is read, so that what changes meanwhile is seen to have changed.
    var before = request.looks() ? Stamps.under(request.known()) : Stamps.NONE;
    var failures = new LinkedHashMap<Path, Failure>();
    var views = open(workbench, request, failures);
    var disk = disk(request.edited());
    if (!request.looks()) {
      return new Reading(views, failures, disk, Optional.empty());
    }
    var folders = new LinkedHashSet<>(folders(views));
    folders.removeAll(request.known());
    return new Reading(views, failures, disk, Optional.of(before.and(Stamps.under(folders))));
  }

  /// The package of these that a path lies in.
  Optional<OpenedPackage> holding(Path path) {
    return views.stream()
        .filter(view -> path.startsWith(view.root()))
        .max(Comparator.comparingInt(view -> view.root().getNameCount()));
  }

  /// The folders of packages and of what they depend on.
  static Set<Path> folders(Collection<OpenedPackage> views) {
    var folders = new LinkedHashSet<Path>();
    for (var view : views) {
      folders.add(view.root());
      view.dependencies().forEach(one -> Homes.root(one).ifPresent(folders::add));
    }
    return folders;
  }

  private static List<OpenedPackage> open(
      Workbench workbench, Request request, Map<Path, Failure> failures) {
    try {
      return workbench.open(request.paths(), request.edited());
    } catch (FailureException together) {
      var sound = new ArrayList<Path>();
      for (var path : request.paths()) {
        try {
          workbench.open(List.of(path), request.edited());
          sound.add(path);
        } catch (FailureException alone) {
          failures.put(path, alone.failure());
        }
      }
      return sound.isEmpty() ? List.of() : again(workbench, request, sound, failures);
    }
  }

  private static List<OpenedPackage> again(
      Workbench workbench, Request request, List<Path> sound, Map<Path, Failure> failures) {
    try {
      return workbench.open(sound, request.edited());
    } catch (FailureException e) {
      failures.put(sound.getFirst(), e.failure());
      return List.of();
    }
  }

  private static Map<Path, SourceText> disk(List<SourceText> edited) {
    var texts = new HashMap<Path, SourceText>();
    for (var text : edited) {
      try {
        texts.put(text.file(), new SourceText(text.file(), Files.readString(text.file())));
      } catch (IOException _) {
        // Gone, or no text: either way there is nothing that the edit stands against.
      }
    }
    return texts;
  }
}
