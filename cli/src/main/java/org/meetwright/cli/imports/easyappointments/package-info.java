/// What the API of Easy!Appointments answers.
@NullMarked
package org.meetwright.cli.imports.easyappointments;

import org.jspecify.annotations.NullMarked;
