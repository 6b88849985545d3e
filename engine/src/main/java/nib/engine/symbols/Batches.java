package nib.engine.symbols;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;
import nib.engine.archive.Archive;
import nib.engine.archive.ArchiveMember;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;

/// Hands the members of an archive to a few threads, many at a time, and takes what they make in
/// the members' order. No more than a few batches are under way, so memory does not grow with the
/// archive.
final class Batches {

  /// A batch ends with this many bytes of members, or this many members.
  private static final long BYTES = 1 << 21;

  private static final int MEMBERS = 512;

  /// Members that are smaller than this on the average are read in one go.
  private static final int SMALL = 1 << 14;

  static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());

  private final ByteView file;
  private final Archive archive;

  /// A member and its bytes; they are somewhere else where `thin`.
  record Item(ArchiveMember member, ByteView content, boolean thin) {}

  Batches(ByteView file, Archive archive) {
    this.file = file;
    this.archive = archive;
  }

  <T> void forEach(Function<Item, T> work, Consumer<T> inOrder) {
    var members = archive.members();
    int first = end(members, 0);
    if (first == members.size()) {
      run(members, work).forEach(inOrder);
      return;
    }
    try (var workers = new Workers(THREADS)) {
      var under = new ArrayDeque<FutureTask<List<T>>>();
      try {
        int at = 0;
        while (at < members.size() || !under.isEmpty()) {
          while (at < members.size() && under.size() < 2 * THREADS) {
            int end = end(members, at);
            var batch = members.subList(at, end);
            var task = new FutureTask<>(() -> run(batch, work));
            under.add(task);
            workers.add(task);
            at = end;
          }
          Answers.of(under.remove()).forEach(inOrder);
        }
      } finally {
        under.forEach(one -> one.cancel(false));
      }
    }
  }

  private static int end(List<ArchiveMember> members, int from) {
    long bytes = 0;
    int at = from;
    while (at < members.size() && at - from < MEMBERS && bytes < BYTES) {
      bytes += Math.min(members.get(at).size(), BYTES);
      at++;
    }
    return at;
  }

  private <T> List<T> run(List<ArchiveMember> members, Function<Item, T> work) {
    var results = new ArrayList<T>(members.size());
    var whole = together(members);
    for (var member : members) {
      results.add(work.apply(new Item(member, content(member, whole), archive.thin())));
    }
    return results;
  }

  /// All bytes of small members at once: a call of the system costs as much as copying them.
  private ByteView together(List<ArchiveMember> members) {
    if (archive.thin() || members.isEmpty()) {
      return ByteView.of(new byte[0]);
    }
    var first = members.getFirst().content();
    var last = members.getLast().content();
    long span = last.base() + last.size() - first.base();
    if (span > (long) SMALL * members.size()) {
      return ByteView.of(new byte[0]);
    }
    try {
      return file.slice(first.base(), span).loaded();
    } catch (MalformedFileException e) {
      return ByteView.of(new byte[0]); // the members themselves will say what is wrong
    }
  }

  private static ByteView content(ArchiveMember member, ByteView whole) {
    var content = member.content();
    try {
      return whole.size() == 0
          ? content.windowed()
          : whole.slice(content.base() - whole.base(), content.size());
    } catch (MalformedFileException e) {
      return content;
    }
  }
}
