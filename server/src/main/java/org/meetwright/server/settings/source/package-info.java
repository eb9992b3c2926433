/// The sources of settings: a YAML file, environment variables, command-line options.
@NullMarked
package org.meetwright.server.settings.source;

import org.jspecify.annotations.NullMarked;
