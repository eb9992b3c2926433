/// What can be configured: one YAML file, environment variables, command-line options.
@NullMarked
package org.meetwright.server.settings;

import org.jspecify.annotations.NullMarked;
