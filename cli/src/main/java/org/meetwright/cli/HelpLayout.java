package org.meetwright.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ScopeType;

/// How help looks: a command's own options first, the global ones after them.
final class HelpLayout {
  private HelpLayout() {}

  static void apply(CommandLine commandLine) {
    commandLine
        .setUsageHelpLongOptionsMaxWidth(26)
        .getHelpSectionMap()
        .put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpLayout::options);
    commandLine
        .getCommandSpec()
        .usageMessage()
        .abbreviateSynopsis(true)
        .sortOptions(false)
        .synopsisHeading("@|bold Usage:|@ ")
        .descriptionHeading("%n")
        .parameterListHeading("%n")
        .commandListHeading("%n@|bold Commands:|@%n")
        .synopsisSubcommandLabel("COMMAND");
    commandLine.getSubcommands().values().forEach(HelpLayout::apply);
  }

  private static String options(Help help) {
    List<OptionSpec> all = help.commandSpec().options();
    return section(help, "%n@|bold Options:|@%n", all.stream().filter(o -> !isGlobal(o)).toList())
        + section(
            help,
            "%n@|bold Global options:|@%n",
            all.stream().filter(HelpLayout::isGlobal).toList());
  }

  private static boolean isGlobal(OptionSpec option) {
    return option.scopeType() == ScopeType.INHERIT;
  }

  private static String section(Help help, String heading, List<OptionSpec> options) {
    return options.isEmpty()
        ? ""
        : help.createHeading(heading) + help.optionListExcludingGroups(options);
  }
}
