/// The settings of the server, checked. Each room declares its settings here, and reads them in the
/// same class.
@NullMarked
package org.meetwright.server.settings;

import org.jspecify.annotations.NullMarked;
