/**
 * Starts the headless application without the workbench: a class path of two jars, outside of any framework.
 *
 * <p>{@link org.wirelathe.launcher.Prepare} runs once per installation and writes a configuration that holds
 * only what the command line needs; {@link org.wirelathe.launcher.Headless} runs every time.
 */
package org.wirelathe.launcher;
