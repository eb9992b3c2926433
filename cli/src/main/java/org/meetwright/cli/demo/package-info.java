/// The data of `meetwright serve --demo`.
@NullMarked
package org.meetwright.cli.demo;

import org.jspecify.annotations.NullMarked;
