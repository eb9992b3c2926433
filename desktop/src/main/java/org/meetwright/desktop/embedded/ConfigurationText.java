package org.meetwright.desktop.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// The text of a configuration file (YAML), of which single settings can be changed: everything
/// else stays, comments too.
record ConfigurationText(String text) {
  private static final LoadSettings READING = LoadSettings.builder().setParseComments(true).build();
  private static final DumpSettings WRITING = DumpSettings.builder().setDumpComments(true).build();

  /// Returns the text with other values.
  ///
  /// @param values by setting; empty to take it out
  ConfigurationText with(Map<String, String> values) {
    String own = text.isBlank() ? "{}" : text;
    MappingNode root =
        new Compose(READING)
            .composeString(own)
            .filter(MappingNode.class::isInstance)
            .map(MappingNode.class::cast)
            .orElseGet(() -> new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK));
    values.forEach((key, value) -> set(root, key, value));
    root.setFlowStyle(FlowStyle.BLOCK);
    return new ConfigurationText(
        new Present(WRITING).emitToString(new Serialize(WRITING).serializeOne(root).iterator()));
  }

  private static void set(MappingNode root, String key, String value) {
    if (!replace(root, key, value) && !value.isEmpty()) {
      List<NodeTuple> more = new ArrayList<>(root.getValue());
      more.add(new NodeTuple(new ScalarNode(Tag.STR, key, ScalarStyle.PLAIN), scalar(value)));
      root.setValue(more);
    }
  }

  /// A setting can stand there as `server.port`, or as `port` in the section `server`.
  private static boolean replace(MappingNode section, String key, String value) {
    List<NodeTuple> tuples = new ArrayList<>(section.getValue());
    for (int i = 0; i < tuples.size(); i++) {
      NodeTuple one = tuples.get(i);
      String name = one.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (name.equals(key)) {
        tuples.remove(i);
        if (!value.isEmpty()) {
          ScalarNode fresh = scalar(value);
          fresh.setInLineComments(one.getValueNode().getInLineComments());
          tuples.add(i, new NodeTuple(one.getKeyNode(), fresh));
        }
        section.setValue(tuples);
        return true;
      }
      if (key.startsWith(name + ".")
          && one.getValueNode() instanceof MappingNode inner
          && replace(inner, key.substring(name.length() + 1), value)) {
        return true;
      }
    }
    return false;
  }

  private static ScalarNode scalar(String value) {
    return new ScalarNode(Tag.STR, value, ScalarStyle.SINGLE_QUOTED);
  }

  /// Leaves the text out: it may hold secrets.
  @Override
  public String toString() {
    return "ConfigurationText";
  }
}
