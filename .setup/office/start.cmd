@echo off
chcp 65001 >nul
setlocal DisableDelayedExpansion
title 三线 sanxian
set "NODE=%~dp0node\node.exe"
if not exist "%NODE%" set "NODE=node"
"%NODE%" --version >nul 2>nul
if errorlevel 1 (
  echo 没有找到 Node.js：请安装 20.19 或更新的版本，或换用带 Node 的发布包。
  echo Node.js was not found: install 20.19 or newer, or take the archive that encloses it.
  pause
  exit /b 1
)
"%NODE%" "%~dp0serve.mjs" --open %*
if errorlevel 1 pause
