@echo off
setlocal
set HOME_DIR=%~dp0
for %%f in ("%HOME_DIR%plugins\org.eclipse.equinox.launcher_*.jar") do set LAUNCHER=%%f
set JAVA=java
if defined JAVA_HOME set JAVA=%JAVA_HOME%\bin\java
set VM=--enable-native-access=ALL-UNNAMED -Dosgi.requiredJavaVersion=25 "-Dwirelathe.home=%HOME_DIR%." "-Dwirelathe.dropins=%HOME_DIR%dropins"
set HEADLESS=
for %%c in (run check list) do if "%1"=="%%c" set HEADLESS=yes
if defined HEADLESS (
  "%JAVA%" %VM% -jar "%LAUNCHER%" -nosplash -data @none -application org.wirelathe.cli.app %*
) else if "%1"=="" (
  "%JAVA%" %VM% -jar "%LAUNCHER%" -data "%USERPROFILE%\.wirelathe\workspace"
) else (
  "%JAVA%" %VM% -jar "%LAUNCHER%" -data "%USERPROFILE%\.wirelathe\workspace" -lab "%~f1"
)
exit /b %ERRORLEVEL%
