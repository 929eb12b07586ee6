@echo off
chcp 65001 >nul
setlocal DisableDelayedExpansion
set "NODE=%~dp0node\node.exe"
if not exist "%NODE%" set "NODE=node"
"%NODE%" "%~dp0dist\cli\sanxian.js" %*
exit /b %errorlevel%
