package nib.engine.checking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nib.engine.text.Span;
import org.junit.jupiter.api.Test;

final class SpanTableTest {

  private static final class Node {
    private final Span span;

    Node(int start, int end) {
      this.span = new Span(start, end);
    }

    Span span() {
      return span;
    }
  }

  private final SpanTable<Node, Integer> table = new SpanTable<>(Node::span);

  @Test
  void nodesOfOneSpanAreToldApart() {
    var one = new Node(3, 5);
    var other = new Node(3, 5);
    table.add(one, 1);
    table.add(other, 2);
    table.close();
    assertEquals(Optional.of(1), table.get(one));
    assertEquals(Optional.of(2), table.get(other));
    assertEquals(Optional.empty(), table.get(new Node(3, 5)));
  }

  @Test
  void whatWasAddedInAnyOrderIsFound() {
    var nodes = new ArrayList<Node>();
    for (int i = 0; i < 100; i++) {
      for (int j = i; j < i + 5; j++) {
        nodes.add(new Node(i, j));
      }
    }
    Collections.shuffle(nodes, new Random(7));
    for (int i = 0; i < nodes.size(); i++) {
      table.add(nodes.get(i), i);
      if (i == 100 || i == 300) {
        table.settle(i - 50);
      }
    }
    table.close();
    for (int i = 0; i < nodes.size(); i++) {
      assertEquals(Optional.of(i), table.get(nodes.get(i)));
    }
  }

  @Test
  void settlingAPartLeavesWhatCameBefore() {
    var before = new Node(0, 10);
    var late = new Node(20, 22);
    var early = new Node(15, 17);
    table.add(before, 0);
    table.add(late, 2);
    table.add(early, 1);
    table.settle(1);
    assertEquals(List.of(0, 1, 2), List.of(table.value(0), table.value(1), table.value(2)));
  }
}
